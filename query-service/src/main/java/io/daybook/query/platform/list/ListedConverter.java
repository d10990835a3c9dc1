package io.daybook.query.platform.list;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers what was asked of a list: with a page, or with all rows. */
@Component
final class ListedConverter implements HttpMessageConverter<Listed<?>> {

    private final Lists lists;
    private final Exports exports;
    private final JsonMapper mapper;

    ListedConverter(Lists lists, Exports exports, JsonMapper mapper) {
        this.lists = lists;
        this.exports = exports;
        this.mapper = mapper;
    }

    @Override
    public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return type == Listed.class;
    }

    @Override
    public List<MediaType> getSupportedMediaTypes() {
        return Arrays.stream(Format.values()).map(Format::mediaType).toList();
    }

    @Override
    public Listed<?> read(Class<? extends Listed<?>> type, HttpInputMessage message) {
        throw new HttpMessageNotReadableException("Lists are answers", message);
    }

    @Override
    public void write(Listed<?> listed, @Nullable MediaType mediaType, HttpOutputMessage message) throws IOException {
        message.getHeaders().setContentType(listed.format().mediaType());
        if (listed.format().isExport()) {
            exports.send(listed, message);
            return;
        }
        // read before anything is written, so that a failure is still a problem
        byte[] page = mapper.writeValueAsBytes(lists.page(listed));
        message.getBody().write(page);
        message.getBody().flush();
    }
}
