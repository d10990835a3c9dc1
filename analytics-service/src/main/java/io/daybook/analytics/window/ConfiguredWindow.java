package io.daybook.analytics.window;

import io.daybook.analytics.platform.AppliedPositions;
import java.util.List;
import java.util.stream.Collectors;

/** A window that is kept: what it is, its open tasks here, and how far they have come. */
record ConfiguredWindow(WindowDefinition definition, OpenWindows open, AppliedPositions applied) {

    static ConfiguredWindow of(WindowDefinition definition) {
        return new ConfiguredWindow(definition, new OpenWindows(), new AppliedPositions(topologyOf(definition.name())));
    }

    String name() {
        return definition.name();
    }

    /** What the tasks that are open here have of an answer. */
    WindowPart part(WindowQuestion question) {
        List<WindowTask> tasks = open.tasks();
        boolean counts = definition.kind() instanceof WindowKind.Count;
        return new WindowPart(
                tasks.stream().map(WindowTask::partition).collect(Collectors.toUnmodifiableSet()),
                tasks.stream()
                        .flatMap(task ->
                                task
                                        .windowsOf(
                                                question.group(), question.from(), question.until(), question.limit())
                                        .stream()
                                        .map(result -> ResultView.of(result, counts, task.isClosed(result.end()))))
                        .toList());
    }

    /** The name of its topology. */
    static String topologyOf(String name) {
        return "window-" + name;
    }
}
