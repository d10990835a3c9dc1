package io.daybook.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.RejectionCode;
import io.daybook.apidescription.ProblemCatalogue;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

class ProblemsTest {

    private final ProblemCatalogue catalogue = new ProblemCatalogue(Problems.class);
    private final Problems problems =
            new Problems(catalogue, JsonMapper.builder().build());

    ProblemsTest() throws IOException {}

    @ParameterizedTest
    @EnumSource(RejectionCode.class)
    void answersEveryRefusalAsItsKindSaysAndDocumentsIt(RejectionCode code) {
        ProblemDetail problem = problems.of(new Rejected(code, "because"));

        assertThat(problem.getStatus())
                .isEqualTo(
                        switch (code.kind()) {
                            case UNKNOWN -> 404;
                            case RULE -> 409;
                            case VERSION -> 412;
                        });
        assertThat(problem.getType())
                .isEqualTo(URI.create(
                        "/problems/" + code.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        assertThat(problem.getDetail()).isEqualTo("because");
        assertThat(problem.getProperties())
                .containsEntry("code", code.name())
                .containsKey("correlationId")
                .containsKey("remedy");
        assertThat(catalogue.find(code.name()))
                .hasValueSatisfying(type -> assertThat(type.status()).isEqualTo(problem.getStatus()));
    }

    @Test
    void everyKindOfProblemSaysWhatItMeansAndWhatToDo() {
        assertThat(catalogue.all())
                .hasSizeGreaterThan(RejectionCode.values().length)
                .allSatisfy(type -> {
                    assertThat(type.meaning()).as(type.code()).isNotBlank();
                    assertThat(type.remedy()).as(type.code()).isNotBlank();
                });
    }
}
