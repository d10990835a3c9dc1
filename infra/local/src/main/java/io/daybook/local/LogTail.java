package io.daybook.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The end of a log as a person wants to read it: a few lines, and of structured lines the message only. */
final class LogTail {

    private static final int BYTES = 16_384;
    private static final int LINES = 12;

    private LogTail() {}

    /** Reads nothing before {@code start}, where this run of the process began. */
    static String of(Path log, long start) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(start, file.length() - BYTES);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return readable(new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException e) {
            return "(" + log + " cannot be read)";
        }
    }

    static String readable(String text) {
        List<String> lines = text.lines()
                .flatMap(line -> message(line).lines())
                .filter(line -> !line.isBlank())
                .toList();
        return lines.stream().skip(Math.max(0, lines.size() - LINES)).collect(Collectors.joining("\n"));
    }

    private static String message(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            JsonNode message = JsonMapper.shared().readTree(line).get("message");
            return message == null ? line : message.asString();
        } catch (JacksonException e) {
            return line;
        }
    }
}
