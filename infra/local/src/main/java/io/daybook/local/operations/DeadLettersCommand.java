package io.daybook.local.operations;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code daybook dead-letters}: the events that could not be applied; and applying them again, or dropping them. */
@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        description =
                "Shows the events that could not be applied: by cause, or one by one where a model or an entity is named.",
        subcommands = {DeadLettersCommand.Retry.class, DeadLettersCommand.Discard.class})
public final class DeadLettersCommand extends OperatorCommand {

    @Option(names = "--model", paramLabel = "MODEL", description = "the letters of this model")
    private @Nullable String model;

    @Option(names = "--cause", paramLabel = "CAUSE", description = "those of this cause")
    private @Nullable String cause;

    @Option(names = "--entity", paramLabel = "KEY", description = "those of this entity")
    private @Nullable String entity;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "so many; ${DEFAULT-VALUE} unless told otherwise")
    private int limit;

    @Override
    int run(ReadSide readSide) {
        if (model == null && cause == null && entity == null) {
            return show(readSide.get("/dead-letters/causes"), answer -> groups(answer.path("items")));
        }
        String path = "/dead-letters?limit=" + limit + parameter("model", model) + parameter("cause", cause)
                + parameter("entity", entity);
        return show(readSide.get(path), answer -> letters(answer.path("items")));
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + ReadSide.encoded(value);
    }

    static String groups(JsonNode groups) {
        if (groups.isEmpty()) {
            return "There are no dead letters";
        }
        TextTable table = new TextTable("model", "cause", "event", "letters", "entities", "first", "last", "message");
        groups.forEach(group -> table.row(
                group.path("model"),
                group.path("cause"),
                simple(group.path("eventType")),
                group.path("letters"),
                group.path("entities"),
                group.path("first"),
                group.path("last"),
                group.path("message")));
        return table.print();
    }

    static String letters(JsonNode letters) {
        TextTable table = new TextTable("model", "entity", "position", "event", "cause", "attempts", "message");
        letters.forEach(letter -> table.row(
                letter.path("model"),
                letter.path("entity"),
                letter.path("position"),
                simple(letter.path("eventType")),
                letter.path("cause"),
                letter.path("attempts"),
                letter.path("message")));
        return table.print();
    }

    private static String simple(JsonNode type) {
        String name = type.asString("");
        return name.substring(name.lastIndexOf('.') + 1);
    }

    @Command(
            name = "retry",
            mixinStandardHelpOptions = true,
            description =
                    "Applies the letters of an entity, or of all entities of a model, in their order; ends with 0 when none is left.")
    static final class Retry extends OperatorCommand {

        @Parameters(index = "0", paramLabel = "MODEL", description = "the model")
        private String model = "";

        @Parameters(index = "1", arity = "0..1", paramLabel = "KEY", description = "only of this entity")
        private @Nullable String entity;

        @Mixin
        private final ReasonOption reason = new ReasonOption();

        @Override
        int run(ReadSide readSide) {
            ObjectNode body = JsonMapper.shared().createObjectNode().put("model", model);
            if (entity != null) {
                body.put("entity", entity);
            }
            ReadSide.Answer answer = readSide.post("/dead-letters/retry", body.toString(), reason.required());
            show(answer, Retry::words);
            return answer.json().path("stopped").asInt() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
        }

        static String words(JsonNode retried) {
            String words = "%,d letters of %,d entities were applied; %,d entities have some left"
                    .formatted(
                            retried.path("applied").asLong(),
                            retried.path("entities").asLong(),
                            retried.path("stopped").asLong());
            JsonNode failures = retried.path("failures");
            return failures.isEmpty() ? words : words + System.lineSeparator() + letters(failures);
        }
    }

    @Command(
            name = "discard",
            mixinStandardHelpOptions = true,
            description =
                    "Drops the first letter of an entity: its event will not be in the row. Retry those behind it then.")
    static final class Discard extends OperatorCommand {

        @Parameters(index = "0", paramLabel = "MODEL", description = "the model")
        private String model = "";

        @Parameters(index = "1", paramLabel = "KEY", description = "the entity")
        private String entity = "";

        @Parameters(index = "2", paramLabel = "POSITION", description = "of the letter, so that no other is dropped")
        private long position;

        @Mixin
        private final ReasonOption reason = new ReasonOption();

        @Override
        int run(ReadSide readSide) {
            ObjectNode body = JsonMapper.shared()
                    .createObjectNode()
                    .put("model", model)
                    .put("entity", entity)
                    .put("position", position);
            return show(
                    readSide.post("/dead-letters/discard", body.toString(), reason.required()),
                    discarded -> "The %s at position %,d was dropped; %,d letters of %s/%s remain"
                            .formatted(
                                    simple(discarded.path("eventType")),
                                    position,
                                    discarded.path("remaining").asLong(),
                                    model,
                                    entity));
        }
    }
}
