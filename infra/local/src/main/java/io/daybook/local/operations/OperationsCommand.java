package io.daybook.local.operations;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code daybook operations}: who did what, why, and what came of it. */
@Command(
        name = "operations",
        mixinStandardHelpOptions = true,
        description = "Shows what operators did, the latest first: who, what, why, and what came of it.")
public final class OperationsCommand extends OperatorCommand {

    @Option(names = "--action", paramLabel = "ACTION", description = "only of this action, such as processor.pause")
    private @Nullable String action;

    @Option(names = "--target", paramLabel = "TARGET", description = "only on this")
    private @Nullable String target;

    @Option(names = "--actor", paramLabel = "ACTOR", description = "only by this one")
    private @Nullable String actor;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "so many; ${DEFAULT-VALUE} unless told otherwise")
    private int limit;

    @Override
    int run(ReadSide readSide) {
        String path = "/operations?limit=" + limit + parameter("action", action) + parameter("target", target)
                + parameter("actor", actor);
        return show(readSide.get(path), answer -> table(answer.path("items")));
    }

    private static String parameter(String name, @Nullable String value) {
        return value == null ? "" : "&" + name + "=" + ReadSide.encoded(value);
    }

    static String table(JsonNode operations) {
        if (operations.isEmpty()) {
            return "There are no operations";
        }
        TextTable table = new TextTable("started", "action", "target", "actor", "outcome", "reason", "detail");
        operations.forEach(operation -> table.row(
                operation.path("startedAt"),
                operation.path("action"),
                operation.path("target"),
                operation.path("actor"),
                operation.path("outcome"),
                operation.path("reason"),
                operation.path("detail")));
        return table.print();
    }
}
