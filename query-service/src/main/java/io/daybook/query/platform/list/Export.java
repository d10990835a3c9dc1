package io.daybook.query.platform.list;

import java.io.IOException;
import tools.jackson.databind.JsonNode;

/** Where the rows of an export go. */
interface Export {

    void row(JsonNode view) throws IOException;

    /** All rows were there; what is not yet sent is. */
    void end() throws IOException;
}
