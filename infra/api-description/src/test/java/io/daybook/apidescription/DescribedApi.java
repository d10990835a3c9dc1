package io.daybook.apidescription;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A description as a service gives it, to be held against what the service does. */
public final class DescribedApi {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(Dialects.getDraft202012());
    private static final Pattern REFERENCE = Pattern.compile("\"\\$ref\":\"#([^\"]+)\"");
    private static final String JSON = "application/json";

    private final JsonNode document;

    public DescribedApi(JsonNode document) {
        this.document = document;
    }

    /** Every operation has an example, a summary and says who may use it; there is no other example. */
    public void assertHasExamplesOf(Collection<Example> examples) {
        Set<String> described = new TreeSet<>();
        document.path("paths")
                .forEachEntry((path, item) -> item.forEachEntry((method, operation) -> {
                    described.add(method.toUpperCase(Locale.ROOT) + " " + path);
                    assertThat(operation.path("summary").asString("")).as(path).isNotBlank();
                    assertThat(operation.path("security").path(0).path("bearer").isArray())
                            .as(path)
                            .isTrue();
                }));
        assertThat(examples).extracting(Example::operation).containsExactlyInAnyOrderElementsOf(described);
    }

    /** It is OpenAPI 3.1, with so many schemas at least, which are such, and refers to nothing that is not there. */
    public void assertIsSound(int schemas) {
        Schema metaSchema =
                SCHEMAS.getSchema(SchemaLocation.of(Dialects.getDraft202012().getId()));
        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(document.path("info").path("title").asString("")).isNotBlank();
        assertThat(document.path("info").path("version").asString("")).isNotBlank();
        assertThat(document.at("/components/schemas").size()).isGreaterThanOrEqualTo(schemas);
        document.at("/components/schemas")
                .forEachEntry((name, schema) ->
                        assertThat(metaSchema.validate(schema)).as(name).isEmpty());
        Matcher references = REFERENCE.matcher(document.toString());
        while (references.find()) {
            assertThat(document.at(references.group(1)).isMissingNode())
                    .as(references.group(1))
                    .isFalse();
        }
    }

    /** What it shows as request and reply is as it says itself. */
    public void assertFitsItself(Example example) {
        JsonNode operation = operation(example.operation());
        if (example.request() != null) {
            JsonNode media = operation.at("/requestBody/content/application~1json");
            assertFits(media.path("schema"), media.path("example"), example.operation());
        }
        if (example.reply() != null) {
            JsonNode media = reply(operation, example.status(), JSON);
            assertFits(media.path("schema"), media.path("example"), example.operation());
        }
    }

    /** A reply is as the operation says. */
    public void assertIsReply(Example example, int status, String type, JsonNode value) {
        JsonNode media = reply(operation(example.operation()), status, type);
        assertFits(media.path("schema"), value, example.operation());
    }

    public JsonNode operation(String operation) {
        String[] parts = operation.split(" ");
        return document.path("paths").path(parts[1]).path(parts[0].toLowerCase(Locale.ROOT));
    }

    public JsonNode at(String pointer) {
        return document.at(pointer);
    }

    private static JsonNode reply(JsonNode operation, int status, String type) {
        JsonNode media = operation
                .path("responses")
                .path(Integer.toString(status))
                .path("content")
                .path(type);
        assertThat(media.has("schema"))
                .as("a schema of %d in %s", status, operation.path("summary"))
                .isTrue();
        return media;
    }

    private void assertFits(JsonNode schema, JsonNode value, String operation) {
        ObjectNode whole = ((ObjectNode) schema).deepCopy();
        whole.set("components", document.path("components"));
        assertThat(SCHEMAS.getSchema(whole)
                        .validate(
                                value,
                                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))))
                .as(operation + ": " + value)
                .isEmpty();
    }
}
