package io.daybook.apidescription;

import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.HtmlUtils;

/** {@code GET /problems} and {@code /problems/{type}}: what a problem means and what to do about it, to be read. */
@RestController
final class ProblemPages {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>%1$s</title><style>
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 42rem; margin: 3rem auto; padding: 0 1rem; }
            code { background: #eee; padding: .1em .3em; } td { padding: .2rem 1rem .2rem 0; vertical-align: top; }
            </style></head><body><h1>%1$s</h1>%2$s</body></html>
            """;

    private final ProblemCatalogue catalogue;

    ProblemPages(ProblemCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping(path = "/problems", produces = MediaType.TEXT_HTML_VALUE)
    String index() {
        String rows = catalogue.all().stream()
                .map(type -> "<tr><td>%d<td><a href=\"/problems/%s\"><code>%s</code></a><td>%s"
                        .formatted(
                                type.status(),
                                ProblemType.slug(type.code()),
                                type.code(),
                                HtmlUtils.htmlEscape(type.meaning())))
                .collect(Collectors.joining("\n"));
        return PAGE.formatted("Problems", "<table>" + rows + "</table>");
    }

    @GetMapping(path = "/problems/{type}", produces = MediaType.TEXT_HTML_VALUE)
    String page(@PathVariable String type) {
        ProblemType known = catalogue.all().stream()
                .filter(candidate -> ProblemType.slug(candidate.code()).equals(type))
                .findFirst()
                .orElseThrow(
                        () -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such kind of problem"));
        String text = """
                <p><code>%s</code>, status %d</p><h2>What it means</h2><p>%s</p><h2>What to do</h2><p>%s</p>
                <p><a href="/problems">All problems</a></p>
                """.formatted(
                        known.code(),
                        known.status(),
                        HtmlUtils.htmlEscape(known.meaning()),
                        HtmlUtils.htmlEscape(known.remedy()));
        return PAGE.formatted(ProblemType.title(known.code()), text);
    }
}
