package io.daybook.command.platform;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A value of a request that has to be fit to be what it is: the checks are those of {@link io.daybook.api.Require},
 * made here for all fields of a request, so that a caller hears of all that is wrong at once.
 */
@Documented
@Constraint(validatedBy = FitValidator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Fit {

    /** What the value is to be. */
    Kind value();

    /** Whether it may be left out. */
    boolean optional() default false;

    String message() default "is not fit";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** What a value may be. */
    enum Kind {
        IDENTIFIER,
        REFERENCE,
        TEXT,
        CATEGORY,
        CURRENCY,
        AMOUNT,
        PRICE,
        QUANTITY,
        COUNT,
        TIME,
        LINES,
        ANYTHING
    }
}
