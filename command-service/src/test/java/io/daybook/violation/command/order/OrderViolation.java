package io.daybook.violation.command.order;

import io.daybook.query.Reader;
import io.daybook.violation.command.automation.AutomationViolation;
import org.apache.kafka.clients.admin.NewTopic;

/** Uses an automation, Kafka, and a read side. */
public record OrderViolation(AutomationViolation other, NewTopic topic, Reader reader) {}
