package io.daybook.query.webhook;

import io.daybook.vault.MasterKeys;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The webhooks' secrets as they are stored: wrapped by a master key, each opening for its webhook alone. */
@Component
final class Secrets {

    private final MasterKeys masters;
    private final Clock clock;

    Secrets(MasterKeys masters, Clock clock) {
        this.masters = masters;
        this.clock = clock;
    }

    String wrap(String webhookId, SigningSecret secret) {
        return masters.wrapSecret(place(webhookId), secret.bytes());
    }

    /** The secrets that sign for a webhook now, the current one first. */
    List<SigningSecret> of(Webhook webhook) {
        List<SigningSecret> secrets = new ArrayList<>();
        secrets.add(open(webhook.id(), webhook.secret()));
        FormerSecret former = webhook.formerSecret();
        if (former != null && clock.instant().isBefore(former.until())) {
            secrets.add(open(webhook.id(), former.secret()));
        }
        return secrets;
    }

    private SigningSecret open(String webhookId, String wrapped) {
        return new SigningSecret(masters.unwrapSecret(place(webhookId), wrapped));
    }

    private static String place(String webhookId) {
        return "webhook:" + webhookId;
    }
}
