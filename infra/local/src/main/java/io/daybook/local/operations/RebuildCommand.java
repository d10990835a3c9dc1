package io.daybook.local.operations;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code daybook rebuild}: a new generation of the read side, verified, and made the live one. */
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = {
            "Builds all read models anew beside the live ones, verifies them and makes them the live ones.",
            "Queries go on; the previous generation stays, for generations rollback."
        })
public final class RebuildCommand extends OperatorCommand {

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "of the generation; g and a number unless told otherwise")
    private @Nullable String name;

    @Option(
            names = "--until",
            paramLabel = "PLACE",
            description =
                    "a position or an instant: the read side as it was then, to be asked as of it; it never becomes the live one")
    private @Nullable String until;

    @Option(names = "--no-switch", description = "build and verify only")
    private boolean noSwitch;

    @Mixin
    private final ReasonOption reason = new ReasonOption();

    @Override
    int run(ReadSide readSide) {
        String why = reason.required();
        ObjectNode body = JsonMapper.shared().createObjectNode();
        if (name != null) {
            body.put("name", name);
        }
        if (until != null) {
            body.set("until", Place.of(until));
        }
        String location = readSide.post("/generations", body.toString(), why).location();
        ReadSide.Answer built = new LongAction(readSide, out()).until(location, RebuildCommand::isOver);
        if (!isSound(built.json()) || noSwitch || until != null) {
            show(built, RebuildCommand::words);
            return isSound(built.json()) ? ExitCode.OK : ExitCode.SOFTWARE;
        }
        return show(readSide.post(location + "/switch", "{}", why), RebuildCommand::words);
    }

    /** Built and verified, or given up. */
    static boolean isOver(JsonNode generation) {
        return switch (generation.path("state").asString("")) {
            case "BUILDING" -> false;
            case "READY" -> generation.path("verification").isString();
            default -> true;
        };
    }

    static boolean isSound(JsonNode generation) {
        return generation.path("state").asString("").equals("READY");
    }

    static String words(JsonNode generation) {
        return "Generation %s, up to position %,d, is %s%s. %s"
                .formatted(
                        generation.path("name").asString(""),
                        generation.path("position").asLong(),
                        generation.path("state").asString(""),
                        generation.path("live").asBoolean() ? " and the live one" : "",
                        generation.path("problem").isString()
                                ? generation.path("problem").asString()
                                : generation.path("verification").asString(""));
    }
}
