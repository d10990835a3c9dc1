package io.daybook.local.onlineretail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TradingDaysTest {

    @TempDir
    Path folder;

    @Test
    void cutsRowsIntoDays() {
        RetailFiles.Reading reading = RetailFiles.read(file());

        assertThat(reading.days())
                .extracting(TradingDay::date)
                .containsExactly(LocalDate.parse("2010-12-01"), LocalDate.parse("2010-12-02"));
        assertThat(reading.rowsRead()).isEqualTo(4);
    }

    @Test
    void stopsBeforeTheFirstDayLeftOut() {
        RetailFiles.Reading reading = RetailFiles.read(file(), LocalDate.parse("2010-12-02"));

        assertThat(reading.days()).extracting(TradingDay::date).containsExactly(LocalDate.parse("2010-12-01"));
        assertThat(reading.rowsRead()).isEqualTo(3);
    }

    @Test
    void keepsAnInvoiceTogetherThatAnotherInterrupts() {
        TradingDay day = RetailFiles.read(file()).days().getFirst();

        assertThat(day.invoices().keySet()).containsExactly("1", "2");
        assertThat(day.invoices().get("1")).extracting(InvoiceRow::line).containsExactly(2L, 4L);
    }

    @Test
    void reportsARowOfADayThatIsOver() {
        Path path = RetailFiles.plain(folder, row("1", "2010-12-02 08:00:00"), row("2", "2010-12-01 08:00:00"));

        assertThat(RetailFiles.read(path).broken())
                .containsExactly(new BrokenRow(3, "out of order: 2010-12-01 after 2010-12-02"));
    }

    @Test
    void reportsARowThatContradictsItsInvoice() {
        Path path = RetailFiles.plain(
                folder,
                row("1", "2010-12-01 08:00:00"),
                row("1", "2010-12-01 08:00:00").replace("17850", "17851"));

        assertThat(RetailFiles.read(path).broken())
                .containsExactly(new BrokenRow(3, "customer or country differs from line 2 of the same invoice 1"));
    }

    private Path file() {
        return RetailFiles.plain(
                folder,
                row("1", "2010-12-01 08:00:00"),
                row("2", "2010-12-01 08:01:00"),
                row("1", "2010-12-01 08:02:00"),
                row("3", "2010-12-02 08:00:00"));
    }

    private static String row(String invoice, String time) {
        return invoice + ",85123A,HEART,6," + time + ",2.55,17850,United Kingdom";
    }
}
