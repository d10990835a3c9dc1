package io.daybook.command.platform;

import io.daybook.api.InvalidValue;
import io.daybook.api.Money;
import io.daybook.api.Require;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks a value as {@link Require} does, and says the same of it. */
public final class FitValidator implements ConstraintValidator<Fit, Object> {

    /** Who is asked for the field's name has none: the path is the validator's affair. */
    private static final String FIELD = "";

    private Fit.Kind kind = Fit.Kind.ANYTHING;
    private boolean optional;

    @Override
    public void initialize(Fit fit) {
        kind = fit.value();
        optional = fit.optional();
    }

    @Override
    public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
        if (value == null && optional) {
            return true;
        }
        try {
            check(Require.present(value, FIELD));
            return true;
        } catch (InvalidValue invalid) {
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate((invalid.field() + " " + invalid.getMessage()).strip())
                    .addConstraintViolation();
            return false;
        }
    }

    private void check(Object value) {
        switch (kind) {
            case IDENTIFIER -> Require.identifier((String) value, FIELD);
            case REFERENCE -> Require.reference((String) value, FIELD);
            case TEXT -> Require.text((String) value, FIELD);
            case CATEGORY -> Require.category((String) value, FIELD);
            case CURRENCY -> Require.currency((String) value, FIELD);
            case AMOUNT -> Require.amount((BigDecimal) value, FIELD);
            case PRICE -> Require.notNegative(new Money(Require.amount((BigDecimal) value, FIELD), "XXX"), FIELD);
            case QUANTITY -> Require.quantity((Long) value, FIELD);
            case COUNT -> Require.notNegative((long) (Long) value, FIELD);
            case TIME -> Require.time((Instant) value, FIELD);
            case LINES -> Require.lines((List<?>) value, FIELD);
            case ANYTHING -> {}
        }
    }
}
