package io.daybook.query.platform.list;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/** Gives controllers what a request asks of a list. */
final class AskedResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asked.class;
    }

    @Override
    public Asked resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws HttpMediaTypeNotAcceptableException {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            List<String> given = Stream.of(values)
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .toList();
            // an empty parameter is as good as none
            if (!given.isEmpty()) {
                parameters.put(name, given);
            }
        });
        List<String> formats = parameters.getOrDefault("format", List.of());
        String format = formats.isEmpty() ? null : Filter.one(formats, "format");
        return new Asked(
                request.getRequestURI(),
                parameters,
                isStreamed(request) ? Format.JSON : Format.of(format, request.getHeader(HttpHeaders.ACCEPT)),
                Asked.USUAL_LIMIT);
    }

    /** What is answered as server-sent events, whose data is JSON, is not negotiated here. */
    private static boolean isStreamed(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE) instanceof Collection<?> types
                && types.contains(MediaType.TEXT_EVENT_STREAM);
    }
}
