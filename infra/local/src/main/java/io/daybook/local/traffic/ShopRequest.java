package io.daybook.local.traffic;

/**
 * A request to the command-service, which may be sent any number of times.
 *
 * @param subject what it is about, for people: an order's number, a SKU
 * @param path the path with every part percent-encoded
 * @param body JSON
 */
public record ShopRequest(RequestKind kind, String subject, String method, String path, String body) {}
