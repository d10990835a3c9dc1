package io.daybook.local.operations;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code daybook verify}: compares read models with what the events make, and puts right what differs where it is told
 * to.
 */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Compares the read models with what the events make of them; ends with 0 when they are the same.")
public final class VerifyCommand extends OperatorCommand {

    @Parameters(paramLabel = "MODEL", arity = "0..1", description = "only this one")
    private @Nullable String model;

    @Option(names = "--sample", paramLabel = "N", description = "only so many entities of each model")
    private @Nullable Integer sample;

    @Option(
            names = "--generation",
            paramLabel = "NAME",
            description = "of this generation; the live one unless told otherwise")
    private @Nullable String generation;

    @Option(names = "--repair", description = "put right, one by one, the entities that differ")
    private boolean repair;

    @Mixin
    private final ReasonOption reason = new ReasonOption();

    @Override
    int run(ReadSide readSide) {
        @Nullable String why = repair ? reason.required() : null;
        ObjectNode body = JsonMapper.shared().createObjectNode();
        if (model != null) {
            body.put("model", model);
        }
        if (generation != null) {
            body.put("generation", generation);
        }
        if (sample != null) {
            body.put("sample", sample);
        }
        String location = readSide.post("/verifications", body.toString(), why).location();
        ReadSide.Answer end = new LongAction(readSide, out())
                .until(
                        location,
                        verification -> !verification.path("state").asString("").equals("RUNNING"));
        show(end, VerifyCommand::report);
        JsonNode found = end.json();
        if (why != null && !found.path("differences").isEmpty()) {
            return repaired(readSide, found.path("differences"), why);
        }
        return found.path("holds").asBoolean() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private int repaired(ReadSide readSide, JsonNode differences, String why) {
        List<String> lines = new ArrayList<>();
        for (JsonNode difference : differences) {
            String path = "/models/%s/entities/%s/repair"
                    .formatted(
                            ReadSide.encoded(difference.path("model").asString("")),
                            ReadSide.encoded(difference.path("entity").asString("")));
            lines.add(ReplayCommand.repaired(readSide.post(path, "{}", why).json()));
        }
        lines.forEach(out()::println);
        return ExitCode.OK;
    }

    static String report(JsonNode verification) {
        TextTable models = new TextTable("model", "position", "rows", "expected", "digest", "differences");
        verification
                .path("models")
                .forEach(model -> models.row(
                        model.path("model"),
                        model.path("position"),
                        model.path("rows"),
                        model.path("expectedRows"),
                        digest(model),
                        model.path("differences")));
        StringBuilder text = new StringBuilder(models.print());
        for (JsonNode difference : verification.path("differences")) {
            text.append("%n%n%s/%s: %s. %s%n  expected %s%n  actual   %s"
                    .formatted(
                            difference.path("model").asString(""),
                            difference.path("entity").asString(""),
                            difference.path("kind").asString(""),
                            difference.path("explanation").asString(""),
                            difference.path("expected"),
                            difference.path("actual")));
        }
        return text.append(System.lineSeparator())
                .append(verification
                        .path("summary")
                        .asString(verification.path("state").asString("")))
                .toString();
    }

    private static String digest(JsonNode model) {
        String digest = model.path("digest").asString("");
        if (digest.isEmpty()) {
            return "";
        }
        boolean same = digest.equals(model.path("expectedDigest").asString(""))
                && digest.equals(model.path("keptDigest").asString(""));
        return digest + (same ? "" : " (differs)");
    }
}
