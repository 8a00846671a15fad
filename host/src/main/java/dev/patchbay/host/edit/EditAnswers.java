package dev.patchbay.host.edit;

import dev.patchbay.host.json.JsonObjects;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** What every edit over HTTP has in common: once for each key, told to the syncs, then answered. */
@Singleton
public class EditAnswers {
  private final EditDesk desk;
  private final Event<RecordsEdited> news;

  @Inject
  public EditAnswers(EditDesk desk, Event<RecordsEdited> news) {
    this.desk = desk;
    this.news = news;
  }

  /**
   * Answers with a record and the ETag of its state.
   *
   * @param places how many records may change
   */
  Response one(EditScope where, KeyedRequest request, int places, EditDesk.Work work) {
    String json = told(where, request, places, work);
    long changeSeq = ((Number) JsonObjects.read(json).get("changeSeq")).longValue();
    return ok(json).header(HttpHeaders.ETAG, Precondition.tagOf(changeSeq)).build();
  }

  /** Answers with a page of records. */
  Response many(EditScope where, KeyedRequest request, int places, EditDesk.Work work) {
    return ok(told(where, request, places, work)).build();
  }

  private String told(EditScope where, KeyedRequest request, int places, EditDesk.Work work) {
    String json = desk.answer(request, places, work);
    news.fire(new RecordsEdited(where.tenantId(), where.connectionId(), where.type()));
    return json;
  }

  private static Response.ResponseBuilder ok(String json) {
    return Response.ok(json, MediaType.APPLICATION_JSON_TYPE);
  }
}
