package io.daybook.local.onlineretail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetailFileTest {

    private static final String ROW =
            "536365,85123A,WHITE HANGING HEART,6,2010-12-01 08:26:00,2.55,17850,United Kingdom";

    @TempDir
    Path folder;

    @Test
    void readsARow() {
        InvoiceRow row = rows(RetailFiles.plain(folder, ROW)).getFirst();

        assertThat(row.line()).isEqualTo(2);
        assertThat(row.invoice()).isEqualTo("536365");
        assertThat(row.sku()).isEqualTo("85123A");
        assertThat(row.quantity()).isEqualTo(6);
        assertThat(row.unitPrice()).isEqualTo(new BigDecimal("2.55"));
        assertThat(row.customerId()).isEqualTo("17850");
        assertThat(row.instant()).isEqualTo(Instant.parse("2010-12-01T08:26:00Z"));
    }

    @Test
    void readsSummerTimesAsUkTime() {
        InvoiceRow row = rows(RetailFiles.plain(folder, ROW.replace("2010-12-01", "2011-06-01")))
                .getFirst();

        assertThat(row.instant()).isEqualTo(Instant.parse("2011-06-01T07:26:00Z"));
    }

    @Test
    void readsGzipAsWell() {
        assertThat(rows(RetailFiles.gzip(folder, ROW, ROW))).hasSize(2);
    }

    @Test
    void readsAFileThatStartsWithAByteOrderMark() {
        Path path = RetailFiles.write(folder.resolve("bom.csv"), "\uFEFF" + RetailFiles.HEADER + ROW);

        assertThat(rows(path)).hasSize(1);
    }

    @Test
    void knowsAMissingCustomerFromAnEmptyField() {
        assertThat(rows(RetailFiles.plain(folder, ROW.replace("17850", "")))
                        .getFirst()
                        .customerId())
                .isNull();
    }

    @Test
    void countsLinesThroughQuotedLineBreaks() {
        Path path = RetailFiles.plain(
                folder, ROW.replace("WHITE HANGING HEART", "\"RED, 3\n\"\"LARGE\"\"\nPIECES\""), ROW, "broken", ROW);

        RetailFiles.Reading reading = RetailFiles.read(path);

        assertThat(reading.days().getFirst().rows())
                .extracting(InvoiceRow::line)
                .containsExactly(2L, 5L, 7L);
        assertThat(reading.days().getFirst().rows().getFirst().description()).isEqualTo("RED, 3\n\"LARGE\"\nPIECES");
        assertThat(reading.broken()).containsExactly(new BrokenRow(6, "1 columns instead of 8"));
        assertThat(reading.rowsRead()).isEqualTo(4);
    }

    @Test
    void goesOnAfterAQuoteThatIsNeverClosed() {
        Path path = RetailFiles.plain(folder, ROW.replace("WHITE", "\"WHITE"), ROW, ROW);

        RetailFiles.Reading reading = RetailFiles.read(path);

        assertThat(reading.broken()).containsExactly(new BrokenRow(2, "quotes do not pair"));
        assertThat(reading.days().getFirst().rows())
                .extracting(InvoiceRow::line)
                .containsExactly(3L, 4L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "6,2010|six,2010|Quantity is no whole number: six",
                "6,2010|0,2010|Quantity is 0",
                "2.55|2.5.5|UnitPrice is no number: 2.5.5",
                "2.55|2.55555|UnitPrice is out of range: 2.55555",
                "2.55|-2.55|UnitPrice below 0 outside of an adjustment (InvoiceNo A…)",
                "2010-12-01|2010-13-01|InvoiceDate is no date and time like 2010-12-01 08:26:00: 2010-13-01 08:26:00",
                "536365,| ,|InvoiceNo is blank",
                "85123A||StockCode is blank",
                "United Kingdom| |Country is blank",
                ",17850|,17850,17850|9 columns instead of 8",
                "536365|C536365|a cancellation (InvoiceNo C…) with Quantity above 0",
                "WHITE|\"WHITE\"|quotes do not pair"
            })
    void reportsABrokenRowAndGoesOn(String part, String broken, String reason) {
        String bad = ROW.replace(part, broken == null ? "" : broken);

        RetailFiles.Reading reading = RetailFiles.read(RetailFiles.plain(folder, ROW, bad, ROW));

        assertThat(reading.broken()).containsExactly(new BrokenRow(3, reason));
        assertThat(reading.days().getFirst().rows()).hasSize(2);
    }

    @Test
    void refusesAFileThatIsSomethingElse() {
        Path path = RetailFiles.write(folder.resolve("other.csv"), "a,b,c\n1,2,3\n");

        assertThatThrownBy(() -> RetailFile.open(path))
                .isInstanceOf(NotARetailFile.class)
                .hasMessageContaining("InvoiceNo,StockCode");
        assertThatThrownBy(() -> RetailFile.open(folder.resolve("absent.csv")))
                .isInstanceOf(NotARetailFile.class)
                .hasMessageContaining("no such file");
    }

    private static List<InvoiceRow> rows(Path path) {
        return RetailFiles.read(path).days().getFirst().rows();
    }
}
