package io.daybook.command.bulk;

import io.daybook.command.platform.InnerDispatch.Answer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Decides which lines may be under way side by side. Those of one kind may, except that lines of one entity go one
 * after the other; a line of another kind than the one before waits for all earlier ones, so a product is there before
 * its stock comes.
 */
final class Lanes {

    private final Executor threads;
    private final Map<String, CompletableFuture<Answer>> lastOfEntity = new ConcurrentHashMap<>();
    private final Deque<CompletableFuture<Answer>> underWay = new ArrayDeque<>();
    private String kind = "";

    Lanes(Executor threads) {
        this.threads = threads;
    }

    /** Starts a line when its turn has come, and returns at once, unless it has to wait for all earlier ones. */
    CompletableFuture<Answer> start(LineRequest line, Supplier<Answer> task) {
        if (!line.kind().equals(kind)) {
            underWay.forEach(CompletableFuture::join);
            kind = line.kind();
        }
        while (!underWay.isEmpty() && underWay.element().isDone()) {
            underWay.remove();
        }
        CompletableFuture<Answer> answer = inTurn(line.entity(), task);
        underWay.add(answer);
        return answer;
    }

    private CompletableFuture<Answer> inTurn(Optional<String> entity, Supplier<Answer> task) {
        if (entity.isEmpty()) {
            return CompletableFuture.supplyAsync(task, threads);
        }
        String name = entity.get();
        CompletableFuture<Answer> before = lastOfEntity.get(name);
        CompletableFuture<Answer> answer = before == null
                ? CompletableFuture.supplyAsync(task, threads)
                : before.handleAsync((_, _) -> task.get(), threads);
        lastOfEntity.put(name, answer);
        return answer.whenComplete((_, _) -> lastOfEntity.remove(name, answer));
    }
}
