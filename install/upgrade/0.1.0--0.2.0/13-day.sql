@fragment 13-day.sql
