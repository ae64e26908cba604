@fragment 72-rows.sql
