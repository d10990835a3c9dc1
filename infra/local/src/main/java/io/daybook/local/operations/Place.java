package io.daybook.local.operations;

import java.time.DateTimeException;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A place in the log as one types it: a position, an instant, or a word that the service knows. */
final class Place {

    private Place() {}

    static JsonNode of(String text) {
        if (text.matches("[0-9]{1,18}")) {
            return JsonMapper.shared().createObjectNode().put("position", Long.parseLong(text));
        }
        try {
            return JsonMapper.shared()
                    .createObjectNode()
                    .put("instant", Instant.parse(text).toString());
        } catch (DateTimeException _) {
            return JsonNodeFactory.instance.stringNode(text);
        }
    }
}
