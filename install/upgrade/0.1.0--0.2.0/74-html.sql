@fragment 74-html.sql
