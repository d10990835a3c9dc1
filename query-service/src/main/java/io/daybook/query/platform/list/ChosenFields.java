package io.daybook.query.platform.list;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;
import tools.jackson.databind.json.JsonMapper;

/** Shows of a single view only the fields that {@code fields} names. */
@RestControllerAdvice
final class ChosenFields implements ResponseBodyAdvice<Object> {

    private static final String CONTRACT = "io.daybook.api.";

    private final JsonMapper mapper;

    ChosenFields(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType mediaType,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body == null
                || !body.getClass().getName().startsWith(CONTRACT)
                || !(request instanceof ServletServerHttpRequest servlet)) {
            return body;
        }
        String wanted = servlet.getServletRequest().getParameter("fields");
        if (wanted == null || wanted.isBlank()) {
            return body;
        }
        return Fields.of(Shape.of(body.getClass()), wanted).choose(mapper.valueToTree(body));
    }
}
