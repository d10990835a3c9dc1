package io.daybook.command.openapi;

import io.daybook.apidescription.ComponentTerms;
import io.daybook.command.platform.Fit;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What {@link Fit} says of a component. */
final class FitTerms implements ComponentTerms {

    private static final String IDENTIFIER = "^[\\p{L}\\p{N}][\\p{L}\\p{N} ._/#-]{0,99}$";
    private static final String REFERENCE = "^[\\p{L}\\p{N}][\\p{L}\\p{N} ._/#:-]{0,299}$";

    @Override
    public boolean isRequired(RecordComponent component) {
        Fit fit = fit(component);
        return fit == null ? ComponentTerms.super.isRequired(component) : !fit.optional();
    }

    @Override
    public boolean isNullable(RecordComponent component) {
        return fit(component) == null && ComponentTerms.super.isNullable(component);
    }

    @Override
    public void limit(RecordComponent component, Schema<?> schema) {
        Fit fit = fit(component);
        if (fit != null) {
            limit(schema, fit.value());
        }
    }

    private static void limit(Schema<?> schema, Fit.Kind kind) {
        switch (kind) {
            case IDENTIFIER -> schema.pattern(IDENTIFIER).minLength(1).maxLength(100);
            case REFERENCE -> schema.pattern(REFERENCE).minLength(1).maxLength(300);
            case TEXT -> schema.minLength(1).maxLength(500);
            case CATEGORY -> schema.minLength(1).maxLength(100);
            case CURRENCY -> schema.pattern("^[A-Z]{3}$");
            case QUANTITY -> schema.minimum(BigDecimal.ONE).maximum(new BigDecimal("1000000000000"));
            case COUNT -> schema.minimum(BigDecimal.ZERO);
            case LINES -> schema.minItems(1).maxItems(5_000);
            case AMOUNT, PRICE, TIME, ANYTHING -> {}
        }
    }

    private static @Nullable Fit fit(RecordComponent component) {
        try {
            // an annotation of a component stands on its field
            return component
                    .getDeclaringRecord()
                    .getDeclaredField(component.getName())
                    .getAnnotation(Fit.class);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
