package io.daybook.query.webhook;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One worker's time on one webhook, from its start to the end of the last request that was under way. */
final class WebhookShift {

    private static final Logger logger = LoggerFactory.getLogger(WebhookShift.class);

    private final String webhookId;
    private final WebhookWorker worker;
    private final Runnable ended;
    private final Thread thread;
    private volatile boolean over;

    private WebhookShift(String webhookId, WebhookWorker worker, Runnable ended) {
        this.webhookId = webhookId;
        this.worker = worker;
        this.ended = ended;
        this.thread = Thread.ofVirtual().name("webhook-" + webhookId).unstarted(this::work);
    }

    /** Begins; {@code ended} is called when all is over, unless by a failure, after which one had better wait. */
    static WebhookShift begin(String webhookId, WebhookWorker worker, Runnable ended) {
        WebhookShift shift = new WebhookShift(webhookId, worker, ended);
        shift.thread.start();
        return shift;
    }

    private void work() {
        boolean failed = true;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            worker.work(threads);
            failed = false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            failed = failed(failure.getCause());
        } catch (RuntimeException failure) {
            failed = failed(failure);
        } finally {
            over = true;
            if (!failed) {
                ended.run();
            }
        }
    }

    private boolean failed(@Nullable Throwable cause) {
        if (cause instanceof Superseded) {
            return false;
        }
        logger.warn("The work on webhook {} has failed and will be taken up again", webhookId, cause);
        return true;
    }

    /** Of the webhook that is worked on. */
    long revision() {
        return worker.revision();
    }

    void wake() {
        worker.wake();
    }

    void stop() {
        worker.stop();
    }

    boolean isOver() {
        return over;
    }

    void awaitEnd() throws InterruptedException {
        thread.join();
    }
}
