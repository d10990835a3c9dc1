package io.daybook.local.operations;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code daybook processors}: what they are at; and pausing, resuming, splitting and merging them. */
@Command(
        name = "processors",
        mixinStandardHelpOptions = true,
        description = "Shows what keeps the read models: state, position, lag, pace, errors.",
        subcommands = {
            ProcessorsCommand.Pause.class,
            ProcessorsCommand.Resume.class,
            ProcessorsCommand.Split.class,
            ProcessorsCommand.Merge.class
        })
public final class ProcessorsCommand extends OperatorCommand {

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "only this one, with its segments")
    private @Nullable String name;

    @Override
    int run(ReadSide readSide) {
        return name == null
                ? show(readSide.get("/processors"), answer -> table(answer.path("items")))
                : show(readSide.get("/processors/" + ReadSide.encoded(name)), ProcessorsCommand::details);
    }

    static String table(JsonNode processors) {
        TextTable table = new TextTable(
                "processor", "state", "position", "lag", "behind", "events/s", "segments", "dead letters", "here");
        processors.forEach(processor -> table.row(
                processor.path("name"),
                processor.path("state"),
                processor.path("position"),
                processor.path("lag"),
                "%.1f s".formatted(processor.path("lagMs").asLong() / 1e3),
                processor.path("perSecondNow"),
                processor.path("segments").size(),
                processor.path("deadLetters"),
                processor.path("runsHere").asBoolean() ? "yes" : "no"));
        return table.print();
    }

    static String details(JsonNode processor) {
        StringBuilder text =
                new StringBuilder(table(JsonMapper.shared().createArrayNode().add(processor)));
        TextTable segments = new TextTable("segment", "mask", "owner", "position", "lag");
        processor
                .path("segments")
                .forEach(segment -> segments.row(
                        segment.path("id"),
                        segment.path("mask"),
                        segment.path("owner"),
                        segment.path("position"),
                        segment.path("lag")));
        text.append(System.lineSeparator()).append(System.lineSeparator()).append(segments.print());
        JsonNode pause = processor.path("pause");
        if (pause.isObject()) {
            text.append("%n%nPaused since %s: %s"
                    .formatted(
                            pause.path("since").asString(""),
                            pause.path("reason").asString("")));
        }
        JsonNode error = processor.path("lastError");
        if (error.isObject()) {
            text.append("%n%nLast error at %s, on the %s at position %,d:%n%s"
                    .formatted(
                            error.path("at").asString(""),
                            error.path("eventType").asString(""),
                            error.path("position").asLong(),
                            error.path("problem").asString("")));
        }
        return text.toString();
    }

    /** Something that is done to one processor. */
    abstract static class Action extends OperatorCommand {

        @Parameters(paramLabel = "NAME", description = "the processor")
        private String name = "";

        @Mixin
        private final ReasonOption reason = new ReasonOption();

        abstract String verb();

        String body() {
            return "{}";
        }

        @Override
        final int run(ReadSide readSide) {
            String path = "/processors/%s/%s".formatted(ReadSide.encoded(name), verb());
            return show(readSide.post(path, body(), reason.required()), ProcessorsCommand::details);
        }
    }

    @Command(
            name = "pause",
            mixinStandardHelpOptions = true,
            description = "Lets a processor stand still in all instances, until it is resumed.")
    static final class Pause extends Action {
        @Override
        String verb() {
            return "pause";
        }
    }

    @Command(name = "resume", mixinStandardHelpOptions = true, description = "Lets a paused processor go on.")
    static final class Resume extends Action {
        @Override
        String verb() {
            return "resume";
        }
    }

    /** Something that is done to a segment. */
    abstract static class SegmentAction extends Action {

        @Option(
                names = "--segment",
                paramLabel = "ID",
                description = "which; chosen by the service unless told otherwise")
        private @Nullable Integer segment;

        @Override
        String body() {
            return segment == null ? "{}" : "{\"segment\":%d}".formatted(segment);
        }
    }

    @Command(name = "split", mixinStandardHelpOptions = true, description = "Makes two segments of one.")
    static final class Split extends SegmentAction {
        @Override
        String verb() {
            return "split";
        }
    }

    @Command(name = "merge", mixinStandardHelpOptions = true, description = "Makes one segment of two.")
    static final class Merge extends SegmentAction {
        @Override
        String verb() {
            return "merge";
        }
    }
}
