package io.daybook.command.bulk;

import io.daybook.command.platform.InnerDispatch;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /bulk}: requests by lines, and their outcomes by lines while the request is still coming. The key of each
 * line makes it resumable: after a break the whole stream is sent again, and nothing is done twice.
 */
@RestController
final class BulkController {

    private final InnerDispatch dispatch;
    private final JsonMapper json;

    BulkController(InnerDispatch dispatch, JsonMapper json) {
        this.dispatch = dispatch;
        this.json = json;
    }

    @PostMapping(
            path = "/bulk",
            consumes = MediaType.APPLICATION_NDJSON_VALUE,
            produces = MediaType.APPLICATION_NDJSON_VALUE)
    void takeIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        new Intake(new Intake.Inner(dispatch, dispatch.within(request)), json)
                .run(request.getInputStream(), response.getOutputStream());
    }
}
