package io.daybook.command.openapi;

import static io.daybook.apidescription.OperationTerms.header;

import io.daybook.apidescription.Example;
import io.daybook.apidescription.OperationTerms;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.springframework.http.HttpStatus;

/** Keys of requests, versions and positions, and how a write may be refused. */
final class WriteTerms implements OperationTerms {

    @Override
    public List<Parameter> headers(Example example) {
        List<Parameter> headers = new ArrayList<>();
        if (example.isWrite()) {
            headers.add(header(
                    "Idempotency-Key",
                    "^[!-~]{1,200}$",
                    "Names the request, so that it can be sent again and is told its first outcome",
                    false));
        }
        if (example.isWrite() && example.tellsVersion()) {
            headers.add(header(
                    "If-Match",
                    "^(\\*|\"[0-9]{1,18}\")$",
                    "The version that is to be changed, as an ETag told it, or * for any",
                    example.isConditional()));
        }
        return headers;
    }

    @Override
    public Map<String, Header> replyHeaders(Example example) {
        Map<String, Header> headers = new LinkedHashMap<>();
        if (example.tellsVersion()) {
            headers.put("Event-Position", header("integer", "The position of the last event that follows"));
            headers.put("ETag", header("string", "The version of what was changed"));
            headers.put("Idempotency-Replayed", header("string", "\"true\" where this was told before"));
        }
        if (example.status() != HttpStatus.OK.value()) {
            headers.put("Location", header("string", "Where to look"));
        }
        return headers;
    }

    @Override
    public SortedSet<Integer> problems(Example example) {
        SortedSet<Integer> problems = new TreeSet<>(List.of(401, 403));
        if (example.isStream()) {
            problems.remove(403);
            problems.add(415);
        } else if (example.isWrite()) {
            problems.addAll(List.of(400, 404, 409, 413, 415, 422));
            if (example.tellsVersion()) {
                problems.add(412);
            }
            if (example.isConditional()) {
                problems.add(428);
            }
        }
        return problems;
    }
}
