package io.webchat.support.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Refuses JSON that says it is in another charset than UTF-8 (RFC 8259, section 8.1), even in one that could be read.
 */
@RestControllerAdvice
final class Utf8Bodies extends RequestBodyAdviceAdapter {
    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return JacksonJsonHttpMessageConverter.class.isAssignableFrom(converter);
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage body,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter) {
        var declared = body.getHeaders().getContentType();
        if (declared != null && declared.getCharset() != null && !UTF_8.equals(declared.getCharset())) {
            throw unsupported(MediaType.APPLICATION_JSON_VALUE);
        }
        return body;
    }

    /** @param supported media types, separated by commas */
    static ProblemException unsupported(String supported) {
        return new ProblemException(
                ProblemType.UNSUPPORTED_MEDIA_TYPE, "The body must be of type " + supported + ". JSON is in UTF-8.");
    }
}
