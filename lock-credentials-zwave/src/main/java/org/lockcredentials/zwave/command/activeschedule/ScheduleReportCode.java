package org.lockcredentials.zwave.command.activeschedule;

import org.lockcredentials.zwave.command.Range;

/** Why a report is sent (Active Schedule CC v1). */
public record ScheduleReportCode(int code) {

    public static final ScheduleReportCode RESPONSE_TO_GET = new ScheduleReportCode(0x00);
    public static final ScheduleReportCode MODIFIED_EXTERNALLY = new ScheduleReportCode(0x01);
    public static final ScheduleReportCode MODIFIED_BY_Z_WAVE = new ScheduleReportCode(0x02);

    public ScheduleReportCode {
        Range.u8("report code", code);
    }
}
