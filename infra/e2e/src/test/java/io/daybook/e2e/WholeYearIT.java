package io.daybook.e2e;

import static io.daybook.e2e.Books.same;
import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.local.traffic.SalesSummary;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;

/** The whole year: {@code mvn verify -Pfull}. What the importer said of it is kept in target/whole-year.txt. */
@Tag("whole-year")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(
        value = "io.daybook.e2e.Repository#hasRetailFile",
        disabledReason = "The Online Retail file is neither in ../shared/data nor in the folder DAYBOOK_DATA")
class WholeYearIT {

    private final RunningSystem system = RunningSystem.start();
    private final ReadSide readSide = new ReadSide(system);
    private final Books books = new Books(new EventLog(system), readSide);

    @BeforeAll
    void importTheYear() throws IOException {
        Importer importer = new Importer(system);
        int exit = importer.importAll();
        Files.writeString(Path.of("target", "whole-year.txt"), importer.said());
        assertThat(exit).as(importer::said).isZero();
    }

    @AfterAll
    void stop() {
        readSide.close();
        system.close();
    }

    @Test
    void readSideGivesTheKnownAnswers() {
        SalesSummary all = readSide.summary("");
        same(all.revenue(), new BigDecimal("9747747.934"));
        assertThat(all.orders()).isEqualTo(20_725);
        assertThat(all.customers()).isEqualTo(4_372);
        assertThat(all.products()).isEqualTo(4_070);
        assertThat(all.cancellations().count()).isEqualTo(3_836);
        same(all.cancellations().amount(), new BigDecimal("-896812.49"));
        same(readSide.summary("?country=United%20Kingdom").revenue(), new BigDecimal("8187806.364"));
        same(readSide.summary("?customer=14646").revenue(), new BigDecimal("279489.02"));
        Map<String, BigDecimal> months = readSide.revenueBy("months", "month");
        same(months.getOrDefault("2011-11", BigDecimal.ZERO), new BigDecimal("1461756.25"));
        same(months.getOrDefault("2010-12", BigDecimal.ZERO), new BigDecimal("748957.02"));
        Map.Entry<String, BigDecimal> best = readSide.revenueBy("days", "day").entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow();
        assertThat(best.getKey()).isEqualTo("2011-11-14");
        same(best.getValue(), new BigDecimal("112141.11"));
    }

    @Test
    void everyBookAgreesWithTheFile() {
        books.allAgreeWith(FileBook.until(LocalDate.MAX));
    }
}
