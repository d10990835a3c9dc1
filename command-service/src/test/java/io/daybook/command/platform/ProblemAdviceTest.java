package io.daybook.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.daybook.api.RejectionCode;
import java.net.URI;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.ProblemDetail;

class ProblemAdviceTest {

    private final ProblemAdvice advice = new ProblemAdvice();

    @ParameterizedTest
    @EnumSource(RejectionCode.class)
    void answersEveryRefusalAsItsKindSays(RejectionCode code) {
        ProblemDetail problem = advice.rejected(new Rejected(code, "because"));

        assertThat(problem.getStatus())
                .isEqualTo(
                        switch (code.kind()) {
                            case UNKNOWN -> 404;
                            case RULE -> 409;
                        });
        assertThat(problem.getType())
                .isEqualTo(URI.create(
                        "/problems/" + code.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        assertThat(problem.getDetail()).isEqualTo("because");
        assertThat(problem.getProperties()).containsEntry("code", code.name()).containsKey("correlationId");
    }

    @Test
    void keepsItsInternalsToItself() {
        ProblemDetail problem = advice.unexpected(new IllegalStateException("secret"));

        assertThat(problem.getStatus()).isEqualTo(500);
        assertThat(problem.toString()).doesNotContain("secret");
    }
}
