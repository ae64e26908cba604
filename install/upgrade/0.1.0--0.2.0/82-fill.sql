@fragment 82-fill.sql
