package io.daybook.e2e.faults;

/** A request to the command-service; the body is JSON. */
record ShopRequest(String method, String path, String body) {

    static ShopRequest post(String path, String body) {
        return new ShopRequest("POST", path, body);
    }

    static ShopRequest put(String path, String body) {
        return new ShopRequest("PUT", path, body);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
