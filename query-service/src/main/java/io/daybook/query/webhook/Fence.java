package io.daybook.query.webhook;

/**
 * What an instance has to be right about for its word on a webhook to count: that it still owns it, and that nobody has
 * set it back since. Whatever it writes is written under this condition, with the webhook's row locked against a change
 * of it.
 */
record Fence(String webhookId, String owner, long replays) {

    /** To begin a statement with; its parameters are {@code webhookId}, {@code owner} and {@code replays}. */
    static final String SQL = """
            WITH fence AS (
                SELECT id FROM query.webhook WHERE id = :webhookId AND owner = :owner AND replays = :replays FOR SHARE)
            """;
}
