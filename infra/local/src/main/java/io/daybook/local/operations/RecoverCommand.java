package io.daybook.local.operations;

import io.daybook.local.stack.Stack;
import io.daybook.local.stack.StoreAtMoment;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code daybook recover}: the whole system as it was at a moment, beside the one that goes on. */
@Command(
        name = "recover",
        mixinStandardHelpOptions = true,
        description = {
            "Builds the read side as it was at a moment, and brings the store up to it into a database of its own.",
            "Nothing that runs is changed. The keys of the customers' personal data stay where they are: a copy of them"
                    + " would outlive an erasure. Until the schema customer_keys is moved there, a recovered store shows"
                    + " every customer as erased."
        })
public final class RecoverCommand extends OperatorCommand {

    private static final Pattern DATABASE = Pattern.compile("[a-z][a-z0-9_]{0,50}");

    private final Supplier<Stack> stack;

    @Option(
            names = "--until",
            required = true,
            paramLabel = "MOMENT",
            description = "a position or an instant; what came later is left out")
    private String until = "";

    @Option(names = "--dry-run", description = "only say what would be missing: events, entities by type, the times")
    private boolean dryRun;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "of the generation; g and a number unless told otherwise")
    private @Nullable String name;

    @Option(
            names = "--database",
            paramLabel = "NAME",
            description = "of the new database; daybook_until_ and the position unless told otherwise")
    private @Nullable String database;

    @Mixin
    private final ReasonOption reason = new ReasonOption();

    public RecoverCommand(Supplier<Stack> stack) {
        this.stack = stack;
    }

    @Override
    int run(ReadSide readSide) {
        StoreAtMoment store = new StoreAtMoment(stack.get());
        if (database != null && !DATABASE.matcher(database).matches()) {
            throw new ParameterException(
                    spec().commandLine(), "--database must be a letter, then letters, digits and _, in lower case");
        }
        String why = dryRun ? "" : reason.required();
        out().println(store.preview(until));
        if (dryRun) {
            return ExitCode.OK;
        }
        ReadSide.Answer built = generation(readSide, why);
        show(built, RebuildCommand::words);
        if (!RebuildCommand.isSound(built.json())) {
            return ExitCode.SOFTWARE;
        }
        String position = built.json().path("target").asString();
        out().println(store.into(position, database == null ? "daybook_until_" + position : database));
        return ExitCode.OK;
    }

    private ReadSide.Answer generation(ReadSide readSide, String why) {
        ObjectNode body = JsonMapper.shared().createObjectNode();
        if (name != null) {
            body.put("name", name);
        }
        body.set("until", Place.of(until));
        String location = readSide.post("/generations", body.toString(), why).location();
        return new LongAction(readSide, out()).until(location, RebuildCommand::isOver);
    }
}
