package io.daybook.command.platform;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpSession;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.UriUtils;

/**
 * A request within another. It has its own method, path, headers, attributes and body; of the outer one, which is not
 * made for several threads, it asks nothing but what never changes.
 */
final class InnerRequest extends BodyRequest {

    private final HttpMethod method;
    private final String path;
    private final @Nullable String query;
    private final Map<String, String[]> parameters;
    private final HttpHeaders headers;
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();

    InnerRequest(InnerDispatch.Outer outer, HttpMethod method, String target, HttpHeaders headers, byte[] body) {
        super(outer.request(), body);
        this.method = method;
        String[] parts = target.split("[?]", 2);
        this.path = parts[0];
        this.query = parts.length < 2 ? null : parts[1];
        this.parameters = parameters(query);
        this.headers = headers;
    }

    @Override
    public String getMethod() {
        return method.name();
    }

    @Override
    public String getRequestURI() {
        return path;
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer("http://localhost").append(path);
    }

    /** Decoded, but for encoded slashes, as the server does it. */
    @Override
    public String getServletPath() {
        return decoded(path.replaceAll("(?i)%2f", "%252F"));
    }

    @Override
    public @Nullable String getPathInfo() {
        return null;
    }

    @Override
    public @Nullable String getQueryString() {
        return query;
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return parameters.get(name);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return headers.getFirst(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return Collections.enumeration(headers.getOrEmpty(name));
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(headers.headerNames());
    }

    @Override
    public long getDateHeader(String name) {
        return headers.getFirstDate(name);
    }

    @Override
    public int getIntHeader(String name) {
        String value = headers.getFirst(name);
        return value == null ? -1 : Integer.parseInt(value);
    }

    @Override
    public @Nullable String getContentType() {
        return headers.getFirst(HttpHeaders.CONTENT_TYPE);
    }

    @Override
    public String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public Locale getLocale() {
        return Locale.ROOT;
    }

    @Override
    public Enumeration<Locale> getLocales() {
        return Collections.enumeration(List.of(Locale.ROOT));
    }

    @Override
    public Cookie @Nullable [] getCookies() {
        return null;
    }

    @Override
    public @Nullable HttpSession getSession(boolean create) {
        return null;
    }

    @Override
    public @Nullable String getRequestedSessionId() {
        return null;
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        Collection<String> names = List.copyOf(attributes.keySet());
        return Collections.enumeration(names);
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            attributes.remove(name);
            return;
        }
        attributes.put(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public DispatcherType getDispatcherType() {
        return DispatcherType.REQUEST;
    }

    @Override
    public boolean isAsyncSupported() {
        return false;
    }

    @Override
    public boolean isAsyncStarted() {
        return false;
    }

    /** Nobody yet: it is the security filters that find out who asks. */
    @Override
    public @Nullable String getRemoteUser() {
        return null;
    }

    private static Map<String, String[]> parameters(@Nullable String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String part : query == null ? new String[0] : query.split("&")) {
            String[] pair = part.split("=", 2);
            values.computeIfAbsent(URLDecoder.decode(pair[0], StandardCharsets.UTF_8), _ -> new ArrayList<>())
                    .add(pair.length < 2 ? "" : URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        Map<String, String[]> parameters = new LinkedHashMap<>();
        values.forEach((name, given) -> parameters.put(name, given.toArray(String[]::new)));
        return parameters;
    }

    private static String decoded(String text) {
        return UriUtils.decode(text, StandardCharsets.UTF_8);
    }
}
