-- Who certifies that a customer is erased looks for what was sealed in here as well: a dead letter keeps its event.
GRANT USAGE ON SCHEMA ${flyway:defaultSchema} TO ${readers};
GRANT SELECT ON DeadLetterEntry TO ${readers};
