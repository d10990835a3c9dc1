package io.daybook.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The revision in which an event type is written, from 2 on; a type without it is in its first. To be raised with each
 * change that a reader of the stored form would notice, together with an upcaster from the revision before, and a
 * sample.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Revision {

    int value();
}
