package io.daybook.query.platform.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class CsvExportTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+SUM(A1)", "-2+3", "@x", "\tx", "\rx", "-", "+"})
    void keepsASpreadsheetFromComputingATextThatSomebodySent(String text) {
        assertThat(CsvExport.text(JsonNodeFactory.instance.stringNode(text))).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-896812.49", "+1", "1E-7", "-1e5", "0.00", "a=b", ""})
    void leavesNumbersAndOtherTextsAsTheyAre(String text) {
        assertThat(CsvExport.text(JsonNodeFactory.instance.stringNode(text))).isEqualTo(text);
    }

    @Test
    void writesWhatRfc4180Says() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvExport export = new CsvExport(new Fields(List.of("a", "b.c", "d"), true), out);

        export.row(JSON.readTree("{\"a\":\"x,\\\"y\\\"\\nz\",\"b\":{\"c\":[1,{\"e\":\"f\"}]},\"d\":null}"));
        export.row(JSON.readTree("{\"a\":\"\",\"b\":null,\"d\":true}"));
        export.end();

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("a,b.c,d\r\n\"x,\"\"y\"\"\nz\",\"[1,{\"\"e\"\":\"\"f\"\"}]\",\r\n\"\",,true\r\n");
    }
}
