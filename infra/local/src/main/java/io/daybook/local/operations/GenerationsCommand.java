package io.daybook.local.operations;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** {@code daybook generations}: those there are; and switching, rolling back and dropping. */
@Command(
        name = "generations",
        mixinStandardHelpOptions = true,
        description = "Shows the generations of the read side, the latest first.",
        subcommands = {GenerationsCommand.Switch.class, GenerationsCommand.Rollback.class, GenerationsCommand.Drop.class
        })
public final class GenerationsCommand extends OperatorCommand {

    @Override
    int run(ReadSide readSide) {
        return show(readSide.get("/generations"), answer -> table(answer.path("items")));
    }

    static String table(JsonNode generations) {
        TextTable table = new TextTable("generation", "state", "", "position", "as of", "built", "verification");
        generations.forEach(generation -> table.row(
                generation.path("name"),
                generation.path("progress").isObject()
                        ? LongAction.words(generation.path("progress"))
                        : generation.path("state").asString(""),
                mark(generation),
                generation.path("position"),
                generation.path("asOf").isNull() ? generation.path("target") : generation.path("asOf"),
                generation.path("builtAt"),
                generation.path("problem").isString() ? generation.path("problem") : generation.path("verification")));
        return table.print();
    }

    private static String mark(JsonNode generation) {
        if (generation.path("live").asBoolean()) {
            return "live";
        }
        return generation.path("previous").asBoolean() ? "previous" : "";
    }

    @Command(
            name = "switch",
            mixinStandardHelpOptions = true,
            description = "Catches a generation up and makes it the live one.")
    static final class Switch extends OperatorCommand {

        @Parameters(paramLabel = "NAME", description = "the generation")
        private String name = "";

        @Mixin
        private final ReasonOption reason = new ReasonOption();

        @Override
        int run(ReadSide readSide) {
            String path = "/generations/%s/switch".formatted(ReadSide.encoded(name));
            return show(readSide.post(path, "{}", reason.required()), RebuildCommand::words);
        }
    }

    @Command(
            name = "rollback",
            mixinStandardHelpOptions = true,
            description = "Makes the one that was live before the live one again.")
    static final class Rollback extends OperatorCommand {

        @Mixin
        private final ReasonOption reason = new ReasonOption();

        @Override
        int run(ReadSide readSide) {
            return show(readSide.post("/generations/rollback", "{}", reason.required()), RebuildCommand::words);
        }
    }

    @Command(name = "drop", mixinStandardHelpOptions = true, description = "Removes a generation that is not live.")
    static final class Drop extends OperatorCommand {

        @Parameters(paramLabel = "NAME", description = "the generation")
        private String name = "";

        @Mixin
        private final ReasonOption reason = new ReasonOption();

        @Override
        int run(ReadSide readSide) {
            readSide.delete("/generations/" + ReadSide.encoded(name), reason.required());
            out().println("Generation %s is gone".formatted(name));
            return ExitCode.OK;
        }
    }
}
