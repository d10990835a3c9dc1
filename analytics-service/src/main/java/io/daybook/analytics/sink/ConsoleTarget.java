package io.daybook.analytics.sink;

import java.io.PrintStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** Lines on the console, each after the sink's name; after a crash some may be there twice. */
final class ConsoleTarget implements Target {

    private final String name;
    private final RowText text;
    private final PrintStream console;

    ConsoleTarget(String name, RowText text, PrintStream console) {
        this.name = name;
        this.text = text;
        this.console = console;
    }

    @Override
    public void write(List<Row> rows, Map<TopicPartition, Long> next) {
        for (Row row : rows) {
            console.println(
                    switch (row) {
                        case Row.Fit fit -> name + ": " + text.json(fit);
                        case Row.Unfit unfit -> name + ".rejected: " + RowText.rejected(unfit);
                    });
        }
        console.flush();
    }

    @Override
    public Map<TopicPartition, Long> positions(Collection<TopicPartition> partitions) {
        return Map.of();
    }

    @Override
    public void close() {}
}
