package io.daybook.query.webhook;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** Where a webhook's messages go, and the secrets that sign them. */
record Receiver(URI url, List<SigningSecret> secrets) {

    /** The signatures of a message, one for each secret, as the header has them. */
    String signatures(String id, long timestamp, byte[] body) {
        return secrets.stream().map(secret -> secret.sign(id, timestamp, body)).collect(Collectors.joining(" "));
    }
}
