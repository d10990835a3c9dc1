package io.daybook.local.operations;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** A command that asks the read side something, or has it do something. */
abstract class OperatorCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final OperatorOptions options = new OperatorOptions();

    @Override
    public final Integer call() {
        try (ReadSide readSide = options.readSide()) {
            return run(readSide);
        }
    }

    /** Answers the exit code. */
    abstract int run(ReadSide readSide);

    final PrintWriter out() {
        return spec().commandLine().getOut();
    }

    final CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("picocli has not filled in the command");
        }
        return spec;
    }

    /** Shows an answer in words, or as it came. */
    final int show(ReadSide.Answer answer, Function<JsonNode, String> words) {
        out().println(options.json() ? answer.text() : words.apply(answer.json()));
        return ExitCode.OK;
    }

    /** Watches an operation to its end and shows what came of it. */
    final int watch(ReadSide readSide, String location) {
        ReadSide.Answer end = new LongAction(readSide, out())
                .until(location, operation -> !operation.path("outcome").isNull());
        show(
                end,
                operation -> operation.path("outcome").asString("") + ": "
                        + operation.path("detail").asString(""));
        return end.json().path("outcome").asString("").equals("SUCCEEDED") ? ExitCode.OK : ExitCode.SOFTWARE;
    }
}
