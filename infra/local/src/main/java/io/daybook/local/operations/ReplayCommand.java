package io.daybook.local.operations;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code daybook replay}: derives the models of one processor, or single entities, from the log again. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Derives what is there from the log again:",
            "all models of a processor (NAME --to), the entities that have an event of a type (NAME --type), or one (--entity)."
        })
public final class ReplayCommand extends OperatorCommand {

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "the processor")
    private @Nullable String name;

    @ArgGroup(multiplicity = "1")
    private Extent extent = new Extent();

    /** How much of it. */
    static final class Extent {
        @Option(
                names = "--to",
                paramLabel = "PLACE",
                description =
                        "in bulk up to a position, an instant, tail (nothing) or head (all of it), and follow from there")
        private @Nullable String to;

        @Option(names = "--type", paramLabel = "EVENT", description = "entities with an event of this type, one by one")
        private @Nullable String type;

        @Option(names = "--entity", paramLabel = "MODEL/KEY", description = "one entity")
        private @Nullable String entity;
    }

    @Option(names = "--dry-run", description = "only say what it would touch, and about how long it would take")
    private boolean dryRun;

    @Mixin
    private final ReasonOption reason = new ReasonOption();

    @Override
    int run(ReadSide readSide) {
        if (extent.entity != null) {
            return repair(readSide, extent.entity);
        }
        if (name == null) {
            throw new ParameterException(spec().commandLine(), "Missing required parameter: 'NAME'");
        }
        String processor = "/processors/" + ReadSide.encoded(name);
        ObjectNode body = JsonMapper.shared().createObjectNode().put("dryRun", dryRun);
        if (extent.to != null) {
            return begun(readSide, processor + "/reset", body.set("to", Place.of(extent.to)));
        }
        return begun(readSide, processor + "/replays", body.put("eventType", extent.type));
    }

    private int begun(ReadSide readSide, String path, JsonNode body) {
        ReadSide.Answer answer = readSide.post(path, body.toString(), dryRun ? null : reason.required());
        return dryRun ? show(answer, ReplayCommand::estimate) : watch(readSide, answer.location());
    }

    static String estimate(JsonNode estimate) {
        TextTable table = new TextTable("model", "now there");
        if (estimate.has("about")) {
            estimate.path("models").forEach(model -> table.row(model.path("model"), model.path("rows")));
            return "Would read %,d events in about %s: %,d in bulk, the rest by following%n%s"
                    .formatted(
                            estimate.path("events").asLong(),
                            LongAction.left(estimate.path("about").asString("")),
                            estimate.path("position").asLong(),
                            table.print());
        }
        estimate.path("entities").forEachEntry((model, count) -> table.row(model, count));
        return "Would derive these entities again%n%s".formatted(table.print());
    }

    private int repair(ReadSide readSide, String entity) {
        int slash = entity.indexOf('/');
        if (slash < 1 || slash == entity.length() - 1) {
            throw new ParameterException(spec().commandLine(), "--entity must be MODEL/KEY, such as product/85123A");
        }
        if (dryRun) {
            throw new ParameterException(
                    spec().commandLine(), "--dry-run does not go with --entity: verify it instead");
        }
        String path = "/models/%s/entities/%s/repair"
                .formatted(ReadSide.encoded(entity.substring(0, slash)), ReadSide.encoded(entity.substring(slash + 1)));
        return show(readSide.post(path, "{}", reason.required()), ReplayCommand::repaired);
    }

    static String repaired(JsonNode repair) {
        String entity = "%s/%s"
                .formatted(
                        repair.path("model").asString(""), repair.path("entity").asString(""));
        if (!repair.path("changed").asBoolean()) {
            return entity + " is what its events make";
        }
        return "%s was put right. %s"
                .formatted(entity, repair.path("wrong").path("explanation").asString(""));
    }
}
