package io.daybook.bench.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What visitors do, the same in every run: of twenty activities thirteen looks, four searches, two into the cart, one
 * out.
 */
final class Visits {

    private static final Instant START = Instant.parse("2026-10-05T08:00:00Z");
    private static final int SESSION = 8;
    private static final int PRODUCTS = 4_000;
    private static final int STEP = 7; // has no divisor in common

    private Visits() {}

    static String session(long number) {
        return "session-" + number / SESSION;
    }

    static long at(long number) {
        return START.plusMillis(number).toEpochMilli();
    }

    /** An activity as a caller sends it and as it stands in the topic. */
    static String json(long number) {
        int turn = (int) (number % 20);
        String type =
                turn < 13 ? "ProductViewed" : turn < 17 ? "Searched" : turn < 19 ? "AddedToCart" : "RemovedFromCart";
        String rest = switch (type) {
            case "Searched" -> "\"text\":\"cream mug " + number % 100 + "\"}";
            case "ProductViewed" -> "\"sku\":\"" + product(number) + "\"}";
            default -> "\"sku\":\"" + product(number) + "\",\"quantity\":" + (1 + turn) + "}";
        };
        return "{\"type\":\"%s\",\"activityId\":\"a%d\",\"sessionId\":\"%s\",\"country\":\"United Kingdom\",\"at\":\"%s\",%s"
                .formatted(type, number, session(number), Instant.ofEpochMilli(at(number)), rest);
    }

    private static String product(long number) {
        return "T" + (10_000 + number * STEP % PRODUCTS);
    }

    /** So many of them, from a number on, with something between. */
    static String joined(long from, int count, String between, String before, String after) {
        return LongStream.range(from, from + count)
                .mapToObj(Visits::json)
                .collect(Collectors.joining(between, before, after));
    }

    /** A whole request. */
    static byte[] request(String authorization, String type, String body) {
        byte[] bytes = body.getBytes(UTF_8);
        byte[] head = head(authorization, type, bytes.length).getBytes(UTF_8);
        byte[] request = new byte[head.length + bytes.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(bytes, 0, request, head.length, bytes.length);
        return request;
    }

    static String head(String authorization, String type, long length) {
        return "POST /activity HTTP/1.1\r\nHost: localhost\r\n" + authorization + "Content-Type: " + type
                + "\r\nContent-Length: " + length + "\r\n\r\n";
    }
}
