package io.daybook.query.stock;

import org.springframework.stereotype.Component;

/** Breaks a rule on purpose: a fold that knows a framework. */
@Component
final class ViolatingFold {}
