package io.daybook.query.platform.cache;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An answer that depends on nothing but the read models it is made from: not on who asks, nor on the time of day beyond
 * an instant that {@link ResponseCapture#until} names. It may be given again until an event concerns it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface CacheWhileUnchanged {

    /**
     * The id of the one aggregate whose events make all that is shown, with the path's variables in braces, such as
     * <code>product:{sku}</code>; empty where any event that a processor behind the answer follows may change it.
     */
    String aggregate() default "";
}
