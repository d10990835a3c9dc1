package io.daybook.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.daybook.local.stack.StackProcess;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIf;

/** The first trading days of the real shop, imported step by step into one running system; services die on the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIf(
        value = "io.daybook.e2e.Repository#hasRetailFile",
        disabledReason = "The Online Retail file is neither in ../shared/data nor in the folder DAYBOOK_DATA")
class FirstTradingDaysIT {

    private static final LocalDate THREE_DAYS = LocalDate.parse("2010-12-04");
    private static final LocalDate FOUR_DAYS = LocalDate.parse("2010-12-06");
    private static final LocalDate FIVE_DAYS = LocalDate.parse("2010-12-07");
    private static final int IN_MID_IMPORT = 800;

    private final RunningSystem system = RunningSystem.start();
    private final EventLog log = new EventLog(system);
    private final ReadSide readSide = new ReadSide(system);
    private final Books books = new Books(log, readSide);
    private final Importer importer = new Importer(system);

    @BeforeAll
    void importTheFirstDays() {
        assertThat(importer.importUntil(THREE_DAYS)).as(importer::said).isZero();
    }

    @AfterAll
    void stop() {
        readSide.close();
        system.close();
    }

    @Test
    @Order(1)
    void everyBookAgreesWithTheFile() {
        books.allAgreeWith(FileBook.until(THREE_DAYS));
    }

    @Test
    @Order(2)
    void windowsOfAProductAgreeWithTheFile() {
        FileBook file = FileBook.until(THREE_DAYS);
        String sku = file.mostSoldProduct();

        assertThat(readSide.unitsByDay(sku, LocalDate.parse("2010-12-01"), THREE_DAYS))
                .isEqualTo(file.unitsByProduct.get(sku));
    }

    @Test
    @Order(3)
    void reportAccountsForEveryRow() {
        assertThat(importer.said())
                .contains("every row is one of these")
                .doesNotContain("DIFFERS")
                .doesNotContain("Refused requests");
    }

    @Test
    @Order(4)
    void importingAgainChangesNothing() {
        EventLog.Extent before = log.extent();

        assertThat(importer.importUntil(THREE_DAYS)).as(importer::said).isZero();

        assertThat(log.extent()).isEqualTo(before);
    }

    @Test
    @Order(5)
    void everyBookAgreesAfterTheCommandServiceWasKilledInMidImport() {
        importWhileKilling(StackProcess.COMMAND_SERVICE, FOUR_DAYS);

        books.allAgreeWith(FileBook.until(FOUR_DAYS));
    }

    @Test
    @Order(6)
    void everyBookAgreesAfterTheAnalyticsServiceWasKilledInMidImport() {
        importWhileKilling(StackProcess.ANALYTICS_SERVICE, FIVE_DAYS);

        books.allAgreeWith(FileBook.until(FIVE_DAYS));
    }

    private void importWhileKilling(StackProcess victim, LocalDate until) {
        long before = log.extent().head();
        CompletableFuture<Integer> running = CompletableFuture.supplyAsync(() -> importer.importUntil(until));
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> log.extent().head() > before + IN_MID_IMPORT);
        int restarts = system.killNine(victim);
        boolean finishedBefore = running.isDone();
        system.awaitRestart(victim, restarts);

        assertThat(finishedBefore).as("the import had ended before the kill").isFalse();
        assertThat(running.join()).as(importer::said).isZero();
    }
}
