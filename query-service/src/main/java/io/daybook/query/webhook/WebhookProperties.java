package io.daybook.query.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks are delivered.
 *
 * @param privateAddressesAllowed whether a receiver may be on this machine or in a private network
 * @param answerWithin how long a receiver may take for its whole answer
 * @param firstRetryAfter the pause after the first failure, roughly; it doubles with each further one
 * @param longestPause what it grows to
 * @param giveUpAfter how long an event is tried before its webhook is disabled
 * @param simultaneously the most requests under way for one webhook
 * @param heldUpAtMost with so many entities held up, a webhook reads on only once there are fewer
 * @param lease how long an instance that says nothing more keeps its webhooks; above {@code answerWithin} by a half
 * @param saveEvery how often the place in the log is saved while events come; at once where none do
 * @param formerSecretSigns how long a secret signs beside the one that took its place
 */
@ConfigurationProperties("daybook.webhooks")
record WebhookProperties(
        @DefaultValue("false") boolean privateAddressesAllowed,
        @DefaultValue("PT5S") Duration answerWithin,
        @DefaultValue("PT1S") Duration firstRetryAfter,
        @DefaultValue("PT15M") Duration longestPause,
        @DefaultValue("PT72H") Duration giveUpAfter,
        @DefaultValue("8") int simultaneously,
        @DefaultValue("1000") int heldUpAtMost,
        @DefaultValue("PT8S") Duration lease,
        @DefaultValue("PT0.2S") Duration saveEvery,
        @DefaultValue("PT24H") Duration formerSecretSigns) {

    WebhookProperties {
        if (lease.compareTo(answerWithin.plus(answerWithin.dividedBy(2))) < 0) {
            throw new IllegalArgumentException(
                    "daybook.webhooks.lease must be longer than daybook.webhooks.answer-within by a half");
        }
        if (simultaneously < 1 || heldUpAtMost < 1) {
            throw new IllegalArgumentException(
                    "daybook.webhooks.simultaneously and daybook.webhooks.held-up-at-most must be 1 or more");
        }
    }

    /** Several times before it ends: a renewal may be late. */
    Duration renewEvery() {
        return lease.dividedBy(8);
    }
}
