package io.daybook.violation.command.pricing;

import org.springframework.stereotype.Component;

/** A kernel that is wired by Spring, which none may be. */
@Component
final class ViolatingKernel {}
