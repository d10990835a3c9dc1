package io.daybook.query.webhook;

import io.daybook.api.InvalidValue;
import io.daybook.api.Require;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a subscriber asks for.
 *
 * @param from begin after this position; at the head where it is left out. For new webhooks only
 * @param paused whether nothing is to be sent for now
 */
record WebhookRequest(
        @Nullable String url,
        @Nullable String description,
        @Nullable List<@Nullable String> eventTypes,
        @Nullable List<@Nullable String> entities,
        @Nullable Long from,
        @Nullable Boolean paused) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    EventFilter filter() {
        return EventFilter.of(eventTypes, entities);
    }

    @Nullable String descriptionOrNull() {
        return description == null ? null : Require.text(description, "description");
    }

    /** The position to begin after. */
    long from(long head) {
        long from = this.from == null ? head : this.from;
        if (from < 0 || from > head) {
            throw new InvalidValue("from", "must be 0 to " + head + ", the last position there is");
        }
        return from;
    }

    WebhookState state() {
        return Boolean.TRUE.equals(paused) ? WebhookState.PAUSED : WebhookState.ACTIVE;
    }

    /**
     * The address of the receiver. Where its host is will be seen at each delivery; an address in numbers is seen here.
     */
    URI receiver(boolean privateAddressesAllowed) {
        URI address = address(Require.text(url, "url"));
        String scheme = address.getScheme();
        if (scheme == null || !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT)) || address.getHost() == null) {
            throw new InvalidValue("url", "must be an http or https address with a host");
        }
        if (address.getRawUserInfo() != null || address.getRawFragment() != null) {
            throw new InvalidValue("url", "must have neither a user nor a fragment");
        }
        if (address.getPort() == 0 || address.getPort() > 65_535) {
            throw new InvalidValue("url", "must have a port of 1 to 65535");
        }
        if (!privateAddressesAllowed && isPrivate(address.getHost())) {
            throw new InvalidValue("url", "must be at a public address");
        }
        return address;
    }

    private static URI address(String url) {
        try {
            return new URI(url);
        } catch (URISyntaxException _) {
            throw new InvalidValue("url", "must be an http or https address with a host");
        }
    }

    private static boolean isPrivate(String host) {
        try {
            return !PublicAddress.is(InetAddress.ofLiteral(host));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
